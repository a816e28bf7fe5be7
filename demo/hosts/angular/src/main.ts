import { Component } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterLink, RouterOutlet } from '@angular/router';
import { changeDetection } from './change-detection';
import { routes } from './routes';

@Component({
  selector: 'app-root',
  imports: [RouterLink, RouterOutlet],
  template: `
    <nav><a routerLink="/">Home</a> <a routerLink="/settings">Settings</a> <a routerLink="/members">Members</a></nav>
    <router-outlet />
  `,
})
class App {}

bootstrapApplication(App, { providers: [provideRouter(routes), ...changeDetection] }).catch(console.error);
