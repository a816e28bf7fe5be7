import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    // #region recipe
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'cognito-mfa-login' } } }),
    // #endregion
  ],
  build: { rolldownOptions: { input: ['index.html', 'before/index.html'] } },
});
