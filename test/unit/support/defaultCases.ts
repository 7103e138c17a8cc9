import fc from 'fast-check';
import { cases } from './cases';

fc.configureGlobal({ numRuns: cases(100) });
