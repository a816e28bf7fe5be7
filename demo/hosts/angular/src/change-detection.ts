import type { EnvironmentProviders } from '@angular/core';

/** Without zone.js, as Angular 21 does by itself. */
export const changeDetection: EnvironmentProviders[] = [];
