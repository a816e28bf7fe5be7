import { describeRows } from './matrix.js';
import { keptPasswordRows } from './rows/kept-password.js';

describe('a fault that befalls', () => describeRows(keptPasswordRows));
