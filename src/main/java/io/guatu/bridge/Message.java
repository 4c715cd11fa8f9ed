package io.guatu.bridge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.unix.Socket;
import java.io.IOException;

/**
 * What is written to sockets: the bytes, and the same as a whole WebSocket frame, prepared once outside the heap however many
 * sockets it goes to. Counted: who keeps one for later retains it, and whoever made it releases it.
 */
final class Message {
    /** RFC 6455: the last (and only) part of a message, of bytes; a server does not mask. */
    private static final int BINARY = 0x82;

    private static final int SHORT = 125;
    private static final int SHORT_FOLLOWS = 126;
    private static final int LONG_FOLLOWS = 127;
    private static final int LONGEST_HEADER = 10;

    private final byte[] payload;
    private final ByteBuf framed;

    private Message(byte[] payload, ByteBuf framed) {
        this.payload = payload;
        this.framed = framed;
    }

    static Message of(byte[] payload) {
        ByteBuf framed = ByteBufAllocator.DEFAULT.directBuffer(LONGEST_HEADER + payload.length);
        framed.writeByte(BINARY);
        if (payload.length <= SHORT) {
            framed.writeByte(payload.length);
        } else if (payload.length <= 0xFFFF) {
            framed.writeByte(SHORT_FOLLOWS).writeShort(payload.length);
        } else {
            framed.writeByte(LONG_FOLLOWS).writeLong(payload.length);
        }
        return new Message(payload, framed.writeBytes(payload));
    }

    byte[] payload() {
        return payload;
    }

    /** To be written to one socket, which releases it: what is left of it when so many bytes have gone already. */
    ByteBuf framed(int gone) {
        return framed.retainedSlice(framed.readerIndex() + gone, framed.readableBytes() - gone);
    }

    int size() {
        return framed.readableBytes();
    }

    /** Hands it to the system, past every queue. @return how many bytes it took, none if it takes none now */
    int send(Socket socket) throws IOException {
        return framed.hasMemoryAddress()
                ? socket.sendAddress(framed.memoryAddress(), framed.readerIndex(), framed.writerIndex())
                : 0;
    }

    Message retain() {
        framed.retain();
        return this;
    }

    void release() {
        framed.release();
    }
}
