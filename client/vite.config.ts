import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the client into `client/dist`; the server serves that folder. Nothing is loaded from another origin. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2500 },
  resolve: { dedupe: ['react', 'react-dom', 'yjs'] },
})
