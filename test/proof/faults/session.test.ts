import { describeRows } from './matrix.js';
import { sessionRows } from './rows/session.js';

describe('a fault that befalls', () => describeRows(sessionRows));
