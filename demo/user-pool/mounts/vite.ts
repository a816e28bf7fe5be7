import type { Connect, Plugin } from 'vite';
import { createPoolHost } from '../pool-host.js';
import { answer, type Host } from './node.js';

const PREFIX = '/user-pool';

/** ::1, 127.0.0.0/8, and the same as IPv6 writes it. */
const isLoopback = (address = '') => address === '::1' || /^(::ffff:)?127\./.test(address);

/** Mounts the pools in Vite's server under /user-pool/. Served to this machine only, also where the server is not. */
export function userPool(host: Host = createPoolHost()): Plugin {
  const mount = ({ middlewares }: { middlewares: Connect.Server }) => {
    middlewares.use(PREFIX, (message, out, next) => {
      // Beside the pools lie their own modules, which a page may load.
      if (!message.url?.startsWith('/pools')) next();
      else if (isLoopback(message.socket.remoteAddress)) void answer(host, message, out, PREFIX);
      else out.writeHead(403).end('The user pool answers this machine only.');
    });
  };
  return { name: 'user-pool', configureServer: mount, configurePreviewServer: mount };
}
