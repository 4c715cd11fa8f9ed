// The contract, rendered for people.
import { text } from '../text/text.js';

document.title = `${text('nav.api')} · ${text('app')}`;
globalThis.SwaggerUIBundle({ url: '/openapi.yaml', dom_id: '#api', deepLinking: true, docExpansion: 'list', validatorUrl: null });
