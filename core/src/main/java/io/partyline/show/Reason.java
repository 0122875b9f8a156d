package io.partyline.show;

/// Why the show says no, in words that a host understands.
public enum Reason {
    NO_SUCH_CALL("That caller is no longer on the line."),
    NOT_WAITING("That caller is not waiting."),
    NOT_ON_AIR("That caller is not on the air."),
    HOST_IS_TALKING("The host talks to that caller alone."),
    NOT_CONNECTED("That caller is not connected to the studio at this moment."),
    NOBODY_WAITING("Nobody is waiting."),
    SOMEBODY_ELSE_IS_NEXT("Somebody else is the next caller by now."),
    NOBODY_ON_AIR("Nobody is on the air."),
    WHICH_CALLER("More than one caller is on the air: say which one."),
    NO_FREE_CHANNEL("Every caller channel is in use."),
    ALREADY_ON("That caller is already on the show."),
    LOCKED("That caller is locked: unlock them first, or hang up on them by name."),
    NOTHING_TO_UNDO("There is nothing to undo: the caller has gone."),
    LINES_CLOSED("The lines are closed."),
    LINES_FULL("Every line is in use."),
    BANNED("That number is banned from the show."),
    NO_AI_CALLER("No AI caller is on the air."),
    NO_SUCH_PERSONA("Nobody in the cast has that key."),
    MUTED("That caller is muted: unmute them first."),
    FLOOR_TAKEN("An AI caller is already speaking."),
    NO_HAND("That AI caller has not raised a hand."),
    TURN_OVER("That turn is over."),
    NOTHING_SAID("There is nothing to say."),
    NO_HISTORY("No call has ended yet, so there is nothing to follow up."),
    NOBODY_FREE("Everybody of the cast is on the show already, so nobody can follow up."),
    NO_FOLLOW_UP("No follow-up is waiting."),
    NO_SUCH_TRACK("There is no such track in the music folder."),
    NO_SUCH_SOUND("There is no such sound in the folder of carts."),
    NO_SUCH_MESSAGE("There is no such message on the voicemail."),
    NO_MUSIC("No music is playing."),
    NOTHING_NEXT("No track is set to come next."),
    ALL_CARTS_PLAYING("Eight carts are playing already: stop one of them first."),
    NO_NUMBER("That caller shows no number, so they cannot be banned."),
    NO_STREAM("No stream is set up, so nobody listens from afar."),
    ALREADY_DONE("That has been done already."),
    NO_SUCH_PERSON("Nobody is known by that id."),
    WRITTEN_MEANWHILE("Somebody else has written onto that card meanwhile."),
    STILL_IN_THE_SHOW(
            "That caller is part of the show that is running or still being summed up: end the"
                    + " show, then forget them."),
    NO_SUCH_SHOW("There is no such show."),
    STILL_NEEDED("That show is still running, or its calls are still being summed up."),
    SHOW_CLOSED("The show is closed."),
    SHOW_OPEN("A show is running already.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
