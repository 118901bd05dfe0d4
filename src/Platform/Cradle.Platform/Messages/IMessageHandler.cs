namespace Cradle.Platform.Messages;

/// <summary>
/// Applies a message. It may be called again for one that it applied but whose commit nobody heard of; then nothing that it
/// adds to the context is saved a second time. It adds, and does not save.
/// </summary>
public interface IMessageHandler<in TMessage>
{
    Task HandleAsync(TMessage message, CancellationToken cancellationToken);
}
