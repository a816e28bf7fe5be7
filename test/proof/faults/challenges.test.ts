import { describeRows } from './matrix.js';
import { challengeRows } from './rows/challenges.js';

describe('a fault that befalls', () => describeRows(challengeRows));
