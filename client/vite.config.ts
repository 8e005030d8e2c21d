import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const latinFont = /atkinson-hyperlegible-next-latin-wght-normal.*\.woff2$/

/** Preloads the one font file, so that the first text is drawn in it. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => latinFont.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: '' },
            injectTo: 'head' as const,
          })),
    },
  }
}

const relayPort = process.env['RELAY_PORT'] ?? '4321'
const relay = `http://127.0.0.1:${relayPort}`
const toRelay = {
  // The address stays the one the browser asked, since the relay compares it with the page's origin.
  '/api': { target: relay, changeOrigin: false },
  '/health': { target: relay, changeOrigin: false },
  '/sync': { target: relay, changeOrigin: false, ws: true },
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    react(),
    tailwindcss(),
    preloadFont(),
    VitePWA({
      injectRegister: false,
      registerType: 'prompt',
      manifest: {
        name: 'Schakelbord',
        short_name: 'Schakelbord',
        description: 'Samen het jaar van de bibliotheek plannen',
        lang: 'nl',
        start_url: '/',
        display: 'standalone',
        background_color: '#f4f5f7',
        theme_color: '#16191d',
        icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,woff2}'],
        navigateFallback: '/index.html',
        // Everything the relay answers itself must reach the relay.
        navigateFallbackDenylist: [
          /^\/api\//,
          /^\/sync\//,
          /^\/health\//,
          /^\/feeds\//,
          /^\/metrics/,
          /^\/\.well-known\//,
        ],
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
      },
    }),
  ],
  define: { 'import.meta.env.VITE_BENCH': JSON.stringify(process.env['VITE_BENCH'] ?? '') },
  build: {
    // Both know light-dark(), which the theme rests on.
    target: ['chrome123', 'firefox121', 'safari17.5'],
    sourcemap: false,
    reportCompressedSize: false,
  },
  server: { proxy: toRelay },
  preview: { proxy: toRelay },
})
