import { extension, translation, wrapping } from './situations/befallen.js';
import { bfcache } from './situations/bfcache.js';
import { lockdown } from './situations/lockdown.js';
import { offline } from './situations/offline.js';
import { dialog, inertPage, pageForm } from './situations/places.js';
import { prerender } from './situations/prerender.js';
import { reload } from './situations/reload.js';
import { sleeping } from './situations/sleep.js';
import { storage } from './situations/storage.js';
import { twoTabs } from './situations/tabs.js';
import type { Situation } from './world.js';

/** In the order in which they are told of. */
export const situations: readonly Situation[] = [
  ...[bfcache, prerender, reload, sleeping, twoTabs, offline, storage],
  ...[translation, inertPage, dialog, pageForm, extension, wrapping, lockdown],
];
