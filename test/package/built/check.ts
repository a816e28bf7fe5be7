/**
 * Checks the built package, after `npm run build`: `npx tsx test/package/built/check.ts`. One line for each rule, and the sizes beside
 * those of others; exits with 1 when a rule is broken.
 */
import { chromium } from 'playwright-core';
import { findChromium } from '../../support/browsers.mjs';
import { report } from '../report.js';
import { lastMatches } from './bundled.js';
import { chunksOfSingleFile, foreignNames, missingMaps, strangers, wrongIntegrity } from './content.js';
import { effects, twice } from './effects.js';
import { missingLicences, unnamedLicences } from './licences.js';
import { lostParts } from './lost-parts.js';
import { editorGaps, manifestGaps } from './manifest.js';
import {
  missingEntries,
  publintFindings,
  serverFindings,
  typeFindings,
  wrongFiles,
  wrongSideEffects,
} from './publish.js';
import { signIn, ways } from './sign-in.js';
import { openSite } from './site.js';
import { measure, printSizes } from './sizes.js';
import { wrongSnippets } from './snippets.js';
import { plainTypes, reactTypes, vueTypes } from './types.js';

const { executablePath, args } = await findChromium();
const browser = await chromium.launch({ executablePath, args });
const site = await openSite();
const loaded: string[] = [];

/** The whole of a sign-in, and nothing else, is in the one file. */
async function byOneFile(): Promise<string[]> {
  const visit = await signIn(browser, site, ways['one file by a script tag']());
  const others = visit.loaded.filter((path) => path !== 'cdn/cognito-mfa-login.js');
  const told =
    visit.loaded.length > others.length ? others.map((path) => `${path} is loaded, too`) : ['it is not loaded'];
  return [...visit.broken, ...told, ...chunksOfSingleFile()];
}

async function byModules(): Promise<string[]> {
  const visit = await signIn(browser, site, ways['modules by an import map']());
  loaded.push(...visit.loaded);
  return visit.broken;
}

try {
  await report('built package', {
    'every entry that package.json names is there': missingEntries,
    'publint finds nothing': publintFindings,
    'the types of every entry are right for whoever imports modules': typeFindings,
    'what would be published is what an app needs': wrongFiles,
    'a bundler keeps the definition, and nothing that is not used': wrongSideEffects,
    'a server may import the entries, and finds nobody signed in': serverFindings,
    'a bundler keeps the calls after which no secret is the last text that was matched': lastMatches,
    'no name of Node’s, and no code from strings': foreignNames,
    'lit is left to the app, and nothing else is': strangers,
    'every module has its source map': missingMaps,
    'the single file’s hash is written beside it': wrongIntegrity,
    'the licence of everything bundled is there, with its notices': missingLicences,
    'the single file names the file with the licences': unnamedLicences,
    'the manifest has all that a page can use, described, and nothing else': manifestGaps,
    'editors know every attribute with its words, custom property and part': editorGaps,
    'plain TypeScript: what is right compiles, what is wrong does not': plainTypes,
    'React: what is right compiles, what is wrong does not': reactTypes,
    'Vue: what is right compiles, what is wrong does not': vueTypes,
    'the playground’s code to copy compiles': () => wrongSnippets(browser, site),
    'importing the class alone does nothing': () => effects(browser, site, 'element.js', 'CognitoMfaLogin'),
    'importing the part without looks does nothing': () => effects(browser, site, 'headless.js', 'createLogin'),
    'a second copy warns, and does not throw': () => twice(browser, site),
    'a person signs in: one file and no other by a script tag': byOneFile,
    'a person signs in: modules by an import map': byModules,
    'a part that cannot be loaded is told, and comes with the next press': () => lostParts(browser, site),
    'no size has grown': async () => printSizes(await measure(loaded)),
  });
} finally {
  await browser.close();
  await site.close();
}
