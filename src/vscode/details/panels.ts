/*
 * What shows the details of papers, loaded as one when it is first used.
 */
export { showComparison } from './comparePapers';
export { DetailsSession } from './detailsSession';
