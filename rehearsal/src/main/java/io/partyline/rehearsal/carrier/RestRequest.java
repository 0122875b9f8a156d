package io.partyline.rehearsal.carrier;

import java.util.Map;

/// A request to the REST desk, read.
///
/// @param path behind `/2010-04-01/Accounts/{AccountSid}`
/// @param query decoded
/// @param form decoded; empty for a GET
record RestRequest(
        String method, String path, Map<String, String> query, Map<String, String> form) {
    boolean post() {
        return method.equals("POST");
    }

    String field(String name) {
        return form.getOrDefault(name, "");
    }
}
