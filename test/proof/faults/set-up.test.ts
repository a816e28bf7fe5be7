import { describeRows } from './matrix.js';
import { setUpRows } from './rows/set-up.js';

describe('a fault that befalls', () => describeRows(setUpRows));
