package io.partyline.carrier.twiml;

import java.util.Map;
import java.util.Set;

/// Which attributes each TwiML element knows, from the carrier's documentation and its own
/// builders.
final class Grammar {
    private static final Map<String, Set<String>> KNOWN =
            Map.ofEntries(
                    element("Say", "voice language loop"),
                    element("Play", "loop digits"),
                    element("Pause", "length"),
                    element(
                            "Gather",
                            "action method input timeout speechTimeout finishOnKey numDigits hints"
                                    + " language speechModel enhanced profanityFilter"
                                    + " partialResultCallback partialResultCallbackMethod"
                                    + " actionOnEmptyResult bargeIn maxSpeechTime debug"),
                    element("Connect", "action method"),
                    element(
                            "Stream",
                            "url name track statusCallback statusCallbackMethod connectorName"),
                    element("Parameter", "name value"),
                    element(
                            "Enqueue",
                            "action method waitUrl waitUrlMethod workflowSid maxQueueSize"),
                    element("Redirect", "method"),
                    element("Reject", "reason"),
                    element(
                            "Record",
                            "action method timeout finishOnKey maxLength playBeep trim"
                                    + " recordingStatusCallback recordingStatusCallbackMethod"
                                    + " recordingStatusCallbackEvent transcribe transcribeCallback"));

    private Grammar() {}

    static boolean knows(String element, String attribute) {
        return KNOWN.getOrDefault(element, Set.of()).contains(attribute);
    }

    private static Map.Entry<String, Set<String>> element(String name, String attributes) {
        return Map.entry(name, Set.of(attributes.split(" ")));
    }
}
