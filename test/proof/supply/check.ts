/**
 * What reaches those who use the package, and where it comes from; after `npm run build`. One line for each rule, and the lists.
 *
 * Run: npx tsx test/proof/supply/check.ts
 */
import { existsSync } from 'node:fs';
import { addressesInLock } from '../../package/dependencies.js';
import { report } from '../../package/report.js';
import { close } from '../figures.mjs';

if (!existsSync('dist/cdn/integrity.json')) throw new Error('There is no dist: `npm run build` comes first.');

// They read dist as soon as they are loaded.
const [{ bundled, installed, locked }, rules, { wrongIntegrity }, { missingLicences }] = await Promise.all([
  import('./brought.js'),
  import('./rules.js'),
  import('../../package/built/content.js'),
  import('../../package/built/licences.js'),
]);

const broken = await report('supply', {
  'the run-time dependency is the one that is justified': rules.unjustifiedDependencies,
  'whatever comes along with it is, too': rules.unjustifiedInstalls,
  'whatever is bundled is, too': rules.unjustifiedBundles,
  'nothing comes along that is merely optional': rules.optionals,
  'the licence of everything bundled is there': missingLicences,
  'every licence is one of those allowed': rules.otherLicences,
  'the bill of materials has all of it, with version, licence and hash': rules.wrongBill,
  'the single file has the hash that is written beside it': wrongIntegrity,
  'the README says where the hash stands': rules.forgottenIntegrity,
  'nothing that an app gets runs a script at install': rules.scriptsAtInstall,
  'no tool runs one that has not been looked at': rules.unknownToolScripts,
  'the lock file holds no addresses': addressesInLock,
  'every locked package has its hash': rules.missingHashes,
});

const list = (title: string, packages: typeof installed): void =>
  console.log(`${title}: ${packages.map(({ name, version, licence }) => `${name} ${version} ${licence}`).join(', ')}`);
const inside = bundled().filter(({ name }) => !installed.some((one) => one.name === name));
list('installed with the package', installed);
list('bundled', inside);
console.log(`tools that run a script at install: ${rules.listToolScripts().join(', ')}`);
const counts = { 'packages installed': installed.length, bundled: inside.length };
close('supply', { ...counts, 'locked by hash': locked.length, 'rules broken': broken }, broken === 0);
