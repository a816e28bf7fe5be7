import type { Routes } from '@angular/router';
import { HeadlessPage } from './headless-page';
import { HomePage } from './home-page';
import { guestsOnly, MembersPage, membersOnly } from './members-page';
import { SettingsPage } from './settings-page';
import { ShadowPage } from './shadow-page';
import { SignInPage } from './sign-in-page';
import { TwicePage } from './twice-page';

export const routes: Routes = [
  { path: '', component: HomePage },
  { path: 'settings', component: SettingsPage },
  { path: 'twice', component: TwicePage },
  { path: 'shadow', component: ShadowPage },
  { path: 'headless', component: HeadlessPage },
  { path: 'sign-in', component: SignInPage, canActivate: [guestsOnly] },
  { path: 'members', component: MembersPage, canActivate: [membersOnly] },
];
