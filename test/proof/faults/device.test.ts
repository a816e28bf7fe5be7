import { describeRows } from './matrix.js';
import { deviceRows } from './rows/device.js';

describe('a fault that befalls', () => describeRows(deviceRows));
