package io.partyline.carrier.twiml;

import io.partyline.carrier.plan.Addresses;
import java.net.URI;
import java.util.List;

/// A document ready to run, and the address it came from, which relative addresses in it start at.
///
/// @param base empty if the document came by REST; then every address in it must be absolute
public record TwimlDocument(List<Verb> verbs, String base) {
    public TwimlDocument {
        verbs = List.copyOf(verbs);
    }

    /// An address in this document, made absolute. An empty one means the document itself.
    ///
    /// @throws ApplicationErrorException if it is relative and there is nothing to start at
    public String absolute(String url) {
        if (Addresses.absolute(url)) {
            return url;
        }
        if (base.isEmpty()) {
            throw new ApplicationErrorException(
                    15004, "TwiML sent by REST needs absolute addresses, this is not one: " + url);
        }
        return url.isEmpty() ? base : resolved(url);
    }

    private String resolved(String url) {
        try {
            return URI.create(base).resolve(url).toString();
        } catch (IllegalArgumentException e) {
            throw new ApplicationErrorException(11100, "This is no address: " + url);
        }
    }
}
