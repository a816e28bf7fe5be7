import { type EnvironmentProviders, provideZoneChangeDetection } from '@angular/core';

/** With zone.js, as apps of before. */
export const changeDetection: EnvironmentProviders[] = [provideZoneChangeDetection({ eventCoalescing: true })];
