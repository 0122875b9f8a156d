package io.partyline.carrier.twiml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// An XML element as the carrier reads it: attributes with defaults, and nested elements.
record Tag(Element element) {
    String name() {
        return element.getTagName();
    }

    /// Its words, with white space tidied.
    String text() {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }

    boolean has(String attribute) {
        return element.hasAttribute(attribute);
    }

    String text(String attribute, String otherwise) {
        return has(attribute) ? element.getAttribute(attribute) : otherwise;
    }

    String url(String attribute) {
        return text(attribute, "").strip();
    }

    String method(String attribute) {
        String method = text(attribute, "POST");
        if (!method.equals("GET") && !method.equals("POST")) {
            throw wrong(attribute, method);
        }
        return method;
    }

    int number(String attribute, int otherwise) {
        String text = text(attribute, Integer.toString(otherwise));
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw wrong(attribute, text);
        }
    }

    Duration seconds(String attribute, int otherwise) {
        return Duration.ofSeconds(number(attribute, otherwise));
    }

    List<String> attributes() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            names.add(element.getAttributes().item(i).getNodeName());
        }
        return names;
    }

    List<Tag> nested() {
        List<Tag> tags = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element nested) {
                tags.add(new Tag(nested));
            }
        }
        return tags;
    }

    private ApplicationErrorException wrong(String attribute, String value) {
        return new ApplicationErrorException(
                12200, "<" + name() + " " + attribute + "> cannot be \"" + value + "\".");
    }
}
