import type { SearchClient } from '../../search/client';
import type { Services } from '../shell/services';
import { newPapersCommands } from './newPapersCommands';
import { NewPapersSearch } from './newPapersSearch';
import type { NewPapersService } from './newPapersService';
import { NewPapersView } from './newPapersView';

/** The view with its commands; from now on the feeds are asked. */
export function newPapersFeature(services: Services, service: NewPapersService, search: () => SearchClient) {
  const view = new NewPapersView(service, services, new NewPapersSearch(search));
  return { view, actions: newPapersCommands(services, service, view) };
}
