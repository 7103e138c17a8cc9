import { onlyPlaces } from './onlyPlaces.mjs';
import { rooms } from './rooms.mjs';

/** The project's own rules. Which files each is for stands in .oxlintrc.json. */
export default { meta: { name: 'local' }, rules: { rooms, ...onlyPlaces } };
