// Sends what is posted to whoever is connected: Socket.IO, over WebSockets alone.
const http = require('http');
const {Server} = require('socket.io');
const server = http.createServer();
const io = new Server(server, {transports: ['websocket'], perMessageDeflate: false});
server.on('request', (request, response) => {
  if (request.method !== 'POST') return;
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    io.emit('update', JSON.parse(Buffer.concat(parts)));
    response.end('ok');
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1', 4096);
