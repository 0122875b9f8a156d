package io.partyline.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Somebody who comes to the studio door with a password.
record Guest(Visit visit, String secret) {
    Visit.Answer get(String path) {
        return visit.send(HttpRequest.newBuilder(visit.at(path)).header("Authorization", header()));
    }

    Visit.Answer ask(String method, String path, String json) {
        return visit.send(
                visit.posting(path)
                        .header("Authorization", header())
                        .method(method, BodyPublishers.ofString(json)));
    }

    Visit.Answer post(String path, String json) {
        return ask("POST", path, json);
    }

    /// What a browser sends along.
    String header() {
        byte[] pair = ("anybody:" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /// The page, as a browser opens it that has been given the password.
    URI page(String path) {
        return URI.create("http://anybody:%s@127.0.0.1:%d%s".formatted(secret, visit.port(), path));
    }
}
