/** The list of the SDK's methods that are kept, against the calls of them as the compiler understands them. */
import { join } from 'node:path';
import ts from 'typescript';
import { called, classes } from '../../.ci/build/sdk-methods.mjs';
import { nodes, root } from './sources.js';

/** Of the classes that methods are taken out of. */
function isMethodOfTheSdk({ declarations, parent }: ts.Symbol & { parent?: ts.Symbol }): boolean {
  const ofItsClass = parent !== undefined && classes.includes(parent.name);
  return ofItsClass && (declarations ?? []).some((one) => ts.isMethodDeclaration(one) || ts.isMethodSignature(one));
}

function callsOfTheSdk(): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root, { types: [] });
  const program = ts.createProgram([join(root, 'src/cognito/open-cognito.ts')], options);
  const checker = program.getTypeChecker();
  const accesses = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.includes('/src/cognito/'))
    .flatMap((file) => [...nodes(file)])
    .filter(ts.isPropertyAccessExpression);
  const symbols = accesses.flatMap(({ name }) => checker.getSymbolAtLocation(name) ?? []);
  return symbols.filter(isMethodOfTheSdk).map(({ name }) => name);
}

export function wronglyTrimmed(): string[] {
  const calls = new Set(callsOfTheSdk());
  return [
    ...[...calls].filter((name) => !called.includes(name)).map((name) => `${name}() is called, and is taken out`),
    ...called.filter((name) => !calls.has(name)).map((name) => `${name}() is kept, and nobody calls it`),
  ];
}
