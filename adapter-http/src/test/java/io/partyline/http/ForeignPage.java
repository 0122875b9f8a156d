package io.partyline.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A page of somebody else, on an address of its own, that tries every way there is for a page to
/// close the lines of a studio on the same computer.
final class ForeignPage implements AutoCloseable {
    private final HttpServer server;
    private volatile boolean tried;

    /// @param target the address that it tries to post to
    ForeignPage(URI target) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, page(target)));
        server.createContext(
                "/tried",
                exchange -> {
                    tried = true;
                    answer(exchange, "");
                });
        server.start();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String page(URI target) {
        return """
        <!doctype html>
        <title>foreign</title>
        <iframe name="there"></iframe>
        <form method="post" action="%1$s" enctype="text/plain" target="there">
          <input name='{"open":false,"x":"' value='"}'>
        </form>
        <script type="module">
          const body = '{"open":false}';
          const headers = { 'Content-Type': 'application/json', 'X-Requested-With': 'partyline' };
          document.forms[0].submit();
          navigator.sendBeacon('%1$s', new Blob([body], { type: 'text/plain' }));
          const tries = [
            { method: 'POST', mode: 'no-cors', body },
            { method: 'POST', mode: 'cors', headers, body },
            { method: 'POST', mode: 'no-cors', headers, body },
            { method: 'PUT', mode: 'cors', headers, body },
            { method: 'POST', mode: 'cors', credentials: 'include', headers, body },
          ];
          await Promise.allSettled(tries.map((how) => fetch('%1$s', how)));
          await fetch('/tried');
          document.body.append(Object.assign(document.createElement('p'), { textContent: 'all tried' }));
        </script>
        """
                .formatted(target);
    }

    URI address() {
        return URI.create("http://foreign.test:%d/".formatted(server.getAddress().getPort()));
    }

    /// Whether every try has been made.
    boolean tried() {
        return tried;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
