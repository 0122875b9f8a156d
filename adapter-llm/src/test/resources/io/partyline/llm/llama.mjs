// The engine of llama.cpp behind the dialect of OpenAI: it generates, this only passes on, and says
// what has become of each answer. Started with the folder of the packages and a model file.
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, modelPath] = process.argv.slice(2);
const engine = path.resolve(packages, 'node_modules/node-llama-cpp/dist/index.js');
const { getLlama, LlamaCompletion } = await import(pathToFileURL(engine));
const llama = await getLlama({ gpu: false, build: 'never', logLevel: 'error', maxThreads: 1 });
const model = await llama.loadModel({ modelPath });
const context = await model.createContext({ contextSize: 512, sequences: 1, threads: 1 });

async function answer({ messages, max_tokens: maxTokens }, response) {
  const contextSequence = context.getSequence();
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const send = (delta, finish_reason) =>
    response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] })}\n\n`);
  let pieces = 0;
  try {
    const said = await new LlamaCompletion({ contextSequence }).generateCompletion(
      messages.map((message) => message.content).join(' '),
      {
        maxTokens, temperature: 0.8, seed: 7, signal: gone.signal, stopOnAbortSignal: true,
        onTextChunk(content) {
          if (pieces++ === 0) response.writeHead(200, { 'content-type': 'text/event-stream' });
          send({ content }, null);
        },
      });
    console.log(gone.signal.aborted ? `watch: stopped after ${pieces}` : `watch: of ${maxTokens} said ${said}`);
    send({}, 'length');
    response.end('data: [DONE]\n\n');
  } finally {
    contextSequence.dispose();
  }
}

const server = http.createServer(async (request, response) => {
  try {
    let body = '';
    for await (const piece of request.setEncoding('utf8')) body += piece;
    await answer(JSON.parse(body), response);
  } catch (failed) {
    response.writeHead(failed.message === 'No sequences left' ? 503 : 400);
    response.end(JSON.stringify({ error: { message: failed.message } }));
  }
});
server.listen(0, '127.0.0.1', () => console.log(`watch: port ${server.address().port}`));
