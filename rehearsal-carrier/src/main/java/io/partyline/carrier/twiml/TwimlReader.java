package io.partyline.carrier.twiml;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Reads TwiML. Names are case-sensitive; an unknown verb is an error, an unknown attribute a
/// warning.
public final class TwimlReader {
    /// Largest document that the carrier is believed to take (not documented), in characters.
    private static final int LARGEST = 64 * 1024;

    /// A stream parameter's name and value together must stay under this (documented).
    private static final int LARGEST_PARAMETER = 500;

    private static final Set<String> INPUTS = Set.of("dtmf", "speech", "dtmf speech");

    private final BiConsumer<Integer, String> warnings;

    /// @param warnings hears what the carrier's debugger would show: a code and a sentence
    public TwimlReader(BiConsumer<Integer, String> warnings) {
        this.warnings = warnings;
    }

    /// Reads a document that came from this address; from none, if it came by REST.
    ///
    /// @throws ApplicationErrorException if this is no TwiML document that can be run
    public TwimlDocument read(String twiml, String base) {
        Tag root = new Tag(parsed(twiml));
        if (!root.name().equals("Response")) {
            throw new ApplicationErrorException(
                    12100, "A TwiML document starts with <Response>, not <" + root.name() + ">.");
        }
        return new TwimlDocument(root.nested().stream().map(this::verb).toList(), base);
    }

    private Verb verb(Tag tag) {
        warnAboutAttributes(tag);
        return switch (tag.name()) {
            case "Say" -> new Verb.Say(tag.text(), tag.number("loop", 1));
            case "Play" -> new Verb.Play(tag.text(), tag.number("loop", 1));
            case "Pause" -> new Verb.Pause(tag.seconds("length", 1));
            case "Gather" -> gather(tag);
            case "Connect" ->
                    new Verb.Connect(stream(tag), tag.url("action"), tag.method("method"));
            case "Enqueue" -> enqueue(tag);
            case "Redirect" -> new Verb.Redirect(tag.text(), tag.method("method"));
            case "Hangup" -> new Verb.Hangup();
            case "Reject" -> new Verb.Reject(tag.text("reason", "rejected").equals("busy"));
            case "Leave" -> new Verb.Leave();
            case "Record" -> recording(tag);
            default -> throw unknown(tag);
        };
    }

    private Verb gather(Tag tag) {
        List<Verb> prompts = tag.nested().stream().map(this::verb).toList();
        if (!prompts.stream().allMatch(TwimlReader::prompts)) {
            throw new ApplicationErrorException(
                    12200, "<Gather> holds <Say>, <Play> and <Pause> only.");
        }
        requireSpeechTimeout(tag);
        return new Verb.Gather(
                prompts,
                inputs(tag),
                tag.url("action"),
                tag.method("method"),
                tag.seconds("timeout", 5),
                tag.text("actionOnEmptyResult", "false").equals("true"));
    }

    private static Set<String> inputs(Tag gather) {
        String input = gather.text("input", "dtmf");
        if (!INPUTS.contains(input)) {
            throw new ApplicationErrorException(
                    12200, "<Gather input> is dtmf, speech or \"dtmf speech\", not: " + input);
        }
        return Set.of(input.split(" "));
    }

    /// `auto`, or seconds (documented).
    private static void requireSpeechTimeout(Tag gather) {
        if (!gather.text("speechTimeout", "auto").equals("auto")) {
            gather.seconds("speechTimeout", 0);
        }
    }

    private static boolean prompts(Verb verb) {
        return verb instanceof Verb.Say || verb instanceof Verb.Play || verb instanceof Verb.Pause;
    }

    private Verb enqueue(Tag tag) {
        return new Verb.Enqueue(
                tag.text(),
                tag.url("action"),
                tag.method("method"),
                tag.url("waitUrl"),
                !tag.has("waitUrl"),
                tag.method("waitUrlMethod"),
                tag.number("maxQueueSize", Verb.Enqueue.DEFAULT_SIZE));
    }

    private Verb recording(Tag tag) {
        return new Verb.Message(
                tag.url("action"),
                tag.method("method"),
                tag.seconds("timeout", 5),
                tag.seconds("maxLength", 3600),
                tag.url("recordingStatusCallback"));
    }

    private Verb.MediaStream stream(Tag connect) {
        List<Tag> nested = connect.nested();
        if (nested.size() != 1 || !nested.getFirst().name().equals("Stream")) {
            throw new ApplicationErrorException(
                    12200, "<Connect> holds exactly one <Stream> here.");
        }
        Tag stream = nested.getFirst();
        warnAboutAttributes(stream);
        return new Verb.MediaStream(
                stream.url("url"),
                stream.text("name", ""),
                stream.text("track", "inbound_track"),
                parameters(stream),
                stream.url("statusCallback"),
                stream.method("statusCallbackMethod"));
    }

    private Map<String, String> parameters(Tag stream) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Tag tag : stream.nested()) {
            if (!tag.name().equals("Parameter")) {
                throw unknown(tag);
            }
            warnAboutAttributes(tag);
            parameters.put(tag.text("name", ""), fitting(tag));
        }
        return parameters;
    }

    private static String fitting(Tag parameter) {
        String value = parameter.text("value", "");
        if (parameter.text("name", "").length() + value.length() >= LARGEST_PARAMETER) {
            throw new ApplicationErrorException(
                    12200,
                    "A <Parameter> has 500 characters or more: " + parameter.text("name", ""));
        }
        return value;
    }

    private void warnAboutAttributes(Tag tag) {
        for (String attribute : tag.attributes()) {
            if (!Grammar.knows(tag.name(), attribute)) {
                warnings.accept(
                        12200, "<" + tag.name() + "> knows no attribute \"" + attribute + "\".");
            }
        }
    }

    private static ApplicationErrorException unknown(Tag tag) {
        return new ApplicationErrorException(
                12200, "This verb cannot be used here: <" + tag.name() + ">.");
    }

    private static Element parsed(String twiml) {
        if (twiml.length() > LARGEST) {
            throw new ApplicationErrorException(11750, "The TwiML document is larger than 64 kB.");
        }
        try {
            return builder().parse(new InputSource(new StringReader(twiml))).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new ApplicationErrorException(12100, "This is not XML: " + e.getMessage());
        }
    }

    private static DocumentBuilder builder() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java can read XML; this one cannot.", e);
        }
    }
}
