/**
 * The host of the tests' user pools, in a thread of its own: its arithmetic would hold up the runner, which types for the tests and
 * serves their modules. It has its own port too, so that every request of a test crosses origins as it does in production: preflight and all.
 */
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';

/** Starts the host, which ends with the runner. @returns its address */
export async function startPools() {
  const worker = new Worker(fileURLToPath(import.meta.url));
  const [url] = await once(worker, 'message');
  worker.unref();
  return url;
}

if (!isMainThread) {
  const { register } = await import('tsx/esm/api');
  register(); // the local pool is TypeScript, run here as it stands
  const { listen } = await import('../../demo/user-pool/mounts/node.ts');
  const { createPoolHost } = await import('../../demo/user-pool/pool-host.ts');
  const { url } = await listen(createPoolHost());
  parentPort.postMessage(url);
}
