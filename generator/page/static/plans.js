// The list of plans.

import { listen } from "./talk.js";

listen(() => {});
