/** Gives the places where a rule is broken. */
export type Rule = () => string[] | Promise<string[]>;

/** A rule that cannot be checked is broken, and the others are still checked. */
async function placesOf(check: Rule): Promise<string[]> {
  try {
    return await check();
  } catch (error) {
    return [String(error)];
  }
}

/** Checks every rule, one line for each; the process ends with 1 when one is broken. @returns how many are */
export async function report(name: string, rules: Readonly<Record<string, Rule>>): Promise<number> {
  let broken = 0;
  for (const [rule, check] of Object.entries(rules)) {
    const places = await placesOf(check);
    console.log(`${places.length ? '✗' : '✓'} ${rule}`);
    for (const place of places) console.log(`    ${place}`);
    if (places.length) broken++;
  }
  const count = Object.keys(rules).length;
  console.log(broken ? `${name}: ${broken} of ${count} checks failed` : `${name}: ${count} checks passed`);
  if (broken) process.exitCode = 1;
  return broken;
}
