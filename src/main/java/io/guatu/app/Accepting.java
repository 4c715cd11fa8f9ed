package io.guatu.app;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.transport.Transport;

/**
 * A transport as it is, but that somebody hears of every connection where it is accepted: nothing else of Vert.x speaks of one
 * before its first request was read.
 *
 * @param as what carries the bytes
 * @param acceptor in the pipeline of every server
 */
record Accepting(Transport as, ChannelHandler acceptor) implements Transport {
    /** The native transport where there is one. */
    static io.vertx.core.transport.Transport here(ChannelHandler acceptor) {
        io.vertx.core.transport.Transport found = io.vertx.core.transport.Transport.nativeTransport();
        io.vertx.core.transport.Transport here =
                found != null && found.available() ? found : io.vertx.core.transport.Transport.NIO;
        Transport implementation = new Accepting(here.implementation(), acceptor);
        return new io.vertx.core.transport.Transport() {
            @Override
            public String name() {
                return here.name();
            }

            @Override
            public boolean available() {
                return here.available();
            }

            @Override
            public Throwable unavailabilityCause() {
                return here.unavailabilityCause();
            }

            @Override
            public Transport implementation() {
                return implementation;
            }
        };
    }

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        as.configure(options, domainSocket, bootstrap);
        bootstrap.handler(acceptor);
    }

    @Override
    public boolean supportsDomainSockets() {
        return as.supportsDomainSockets();
    }

    @Override
    public boolean supportFileRegion() {
        return as.supportFileRegion();
    }

    @Override
    public boolean isAvailable() {
        return as.isAvailable();
    }

    @Override
    public Throwable unavailabilityCause() {
        return as.unavailabilityCause();
    }

    @Override
    public java.net.SocketAddress convert(SocketAddress address) {
        return as.convert(address);
    }

    @Override
    public SocketAddress convert(java.net.SocketAddress address) {
        return as.convert(address);
    }

    @Override
    public IoHandlerFactory ioHandlerFactory() {
        return as.ioHandlerFactory();
    }

    @Override
    public DatagramChannel datagramChannel() {
        return as.datagramChannel();
    }

    @Override
    @SuppressWarnings("deprecation") // of the interface
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
        return as.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return as.channelFactory(domainSocket);
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        return as.serverChannelFactory(domainSocket);
    }

    @Override
    public void configure(DatagramChannel channel, DatagramSocketOptions options) {
        as.configure(channel, options);
    }

    @Override
    public void configure(ClientOptionsBase options, int connectTimeout, boolean domainSocket, Bootstrap bootstrap) {
        as.configure(options, connectTimeout, domainSocket, bootstrap);
    }
}
