import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './nav/navModule';
import { signInModule } from './signIn/signInModule';

/** The demo portal. Its plugins are found among the dependencies of this package. */
export const app = createApp({ features: [navModule, signInModule] });
