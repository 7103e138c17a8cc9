import fc from 'fast-check';
import { cases, LOOKS_FURTHER } from './cases';

fc.configureGlobal({ numRuns: cases(100), ...(LOOKS_FURTHER ? {} : { seed: 1 }) });
