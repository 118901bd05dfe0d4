namespace Cradle.Platform.Jobs;

/// <summary>
/// A piece of work that is done at regular intervals and by nobody's wish. Of all nodes one runs it at a time. A run may be cut short by the
/// end of its node, and is then made again by another: it does only what may be done twice.
/// </summary>
public interface IBackgroundJob
{
    Task RunAsync(CancellationToken cancellationToken);
}
