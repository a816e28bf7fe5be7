import { describeRows } from './matrix.js';
import { recoveryRows } from './rows/recovery.js';

describe('a fault that befalls', () => describeRows(recoveryRows));
