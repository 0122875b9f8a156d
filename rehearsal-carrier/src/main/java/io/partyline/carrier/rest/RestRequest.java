package io.partyline.carrier.rest;

import java.util.Map;

/// A request to the REST desk, read.
///
/// @param authorization the header of that name; empty if there is none
/// @param path as it came, or at the windows what follows the account in it
/// @param query decoded
/// @param form decoded; empty for a GET
record RestRequest(
        String method,
        String authorization,
        String path,
        Map<String, String> query,
        Map<String, String> form) {
    boolean post() {
        return method.equals("POST");
    }

    String field(String name) {
        return form.getOrDefault(name, "");
    }

    RestRequest at(String other) {
        return new RestRequest(method, authorization, other, query, form);
    }
}
