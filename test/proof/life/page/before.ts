/** SES, loaded before the element, as a page does that runs code of others in compartments: `lockdown=default` or `severe`. */
import 'ses';

/** What `lockdown()` does, with what lit adds to `Symbol` when it loads: SES takes such shims between the two, and none afterwards. */
function lockDown(options: Parameters<typeof repairIntrinsics>[0]): void {
  repairIntrinsics(options);
  (Symbol as { metadata?: symbol }).metadata ??= Symbol('metadata');
  hardenIntrinsics();
}

const taming = new URLSearchParams(location.search).get('lockdown');
if (taming === 'default') lockDown({});
if (taming === 'severe') lockDown({ overrideTaming: 'severe' });
