/**
 * Checks the package itself: `npx tsx test/package/check.ts`. One line for each rule; exits with 1 when one is broken.
 */
import { typesOfBundledPackages } from './declarations.js';
import { addressesInLock, installScripts, wrongDependencies } from './dependencies.js';
import { cycles, eagerPackages, lostModules, wrongDirections } from './imports.js';
import {
  anyTypes,
  literalColours,
  longFiles,
  medianFunction,
  neverThere,
  tooLongFiles,
  tooLongFunctions,
} from './limits.js';
import { differentReadings } from './phone-metadata.js';
import { unnamedSteps } from './steps.js';
import { definitions, outOfPlace, sideEffects, wordsInViews } from './purity.js';
import { report } from './report.js';
import { wronglyTrimmed } from './sdk-calls.js';

await report('package', {
  'imports go in the directions of the architecture': wrongDirections,
  'what has a chunk of its own comes with that alone': eagerPackages,
  'every module that is imported exists': lostModules,
  'no modules import each other in a circle': cycles,
  'importing a module does nothing, define.ts aside': sideEffects,
  'only define.ts defines the element': definitions,
  'a step’s name is its files’ name': unnamedSteps,
  'no view holds a word': wordsInViews,
  'no line does what another folder is for': outOfPlace,
  'no file has more than 300 lines': tooLongFiles,
  'no function has more than 40 lines': tooLongFunctions,
  'the median function has fewer than 10 lines': medianFunction,
  'no type is any': anyTypes,
  'nothing is silenced, left undone or made from a string': neverThere,
  'colours stand in tokens.ts alone': literalColours,
  'lit 3 is the only dependency, and the SDK that is bundled is pinned': wrongDependencies,
  'of the SDK’s methods all are there that are called, and no others are kept': wronglyTrimmed,
  'phone numbers are read the same with the metadata that is kept, of every country': differentReadings,
  'the types of the entries need none of a bundled package': typesOfBundledPackages,
  'the lock file holds no addresses': addressesInLock,
  'nothing that an app gets runs a script at install': installScripts,
});
for (const note of longFiles()) console.log(`  note: ${note}, more than 200`);
