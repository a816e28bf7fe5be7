import { describeRows } from './matrix.js';
import { firstStepRows } from './rows/first-step.js';

describe('a fault that befalls', () => describeRows(firstStepRows));
