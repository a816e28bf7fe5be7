/**
 * Mocha for Stryker, as its own runner for it; but tests are loaded anew within the process, for each mutant. Its own ends the process for
 * each mutant in code that runs once, as a table does, and starting one takes longer than all tests that are tried on it. For the others
 * it loads nothing anew: what a test that failed has left behind would find the mutants after it.
 */
import { createRequire } from 'node:module';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { createMochaTestRunner } from '@stryker-mutator/mocha-runner';

/** The one global that tests replace and page.ts does not bring anew. */
const { fetch } = globalThis;
const loaded = createRequire(import.meta.url).cache;

class ReloadingMocha {
  #create;
  #runner;

  constructor(create) {
    this.#create = create;
    this.#runner = create();
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    return this.#runner.init();
  }

  dryRun(options) {
    return this.#runner.dryRun(options);
  }

  async mutantRun(options) {
    await this.#reload();
    return this.#runner.mutantRun(options);
  }

  async #reload() {
    await this.dispose();
    Object.assign(globalThis, { fetch });
    for (const file of Object.keys(loaded)) if (file.endsWith('.test.cjs')) Reflect.deleteProperty(loaded, file);
    this.#runner = this.#create();
    await this.init();
  }

  dispose() {
    return this.#runner.dispose();
  }
}

const create = (injector) => new ReloadingMocha(() => createMochaTestRunner(injector));
create.inject = ['$injector'];

/** Of `mochaOptions`. */
export { strykerValidationSchema } from '@stryker-mutator/mocha-runner';

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'reloading-mocha', create)];
