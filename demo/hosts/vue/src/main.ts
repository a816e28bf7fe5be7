import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import App from './App.vue';
import HeadlessPage from './HeadlessPage.vue';
import HomePage from './HomePage.vue';
import KeptPage from './KeptPage.vue';
import SettingsPage from './SettingsPage.vue';
import TwicePage from './TwicePage.vue';

const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: HomePage },
    { path: '/settings', component: SettingsPage },
    { path: '/twice', component: TwicePage },
    { path: '/kept', component: KeptPage },
    { path: '/headless', component: HeadlessPage },
  ],
});

createApp(App).use(router).mount('#app');
