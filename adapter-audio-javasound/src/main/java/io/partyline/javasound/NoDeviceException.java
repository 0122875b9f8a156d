package io.partyline.javasound;

/// A device cannot be used now. The message says why: it goes on from the device's name.
final class NoDeviceException extends Exception {
    private static final long serialVersionUID = 1L;

    NoDeviceException(String why) {
        super(why);
    }
}
