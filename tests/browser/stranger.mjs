// Fails, so that a test can see that a failure is heard.

import { play } from './harness.mjs';

await play((stage) => stage.visitor({ as: 'nobody-of-these' }));
