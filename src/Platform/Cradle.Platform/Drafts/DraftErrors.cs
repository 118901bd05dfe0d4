namespace Cradle.Platform.Drafts;

/// <summary>Every way in which a save can fail; null in its place means that it did not.</summary>
public abstract record DraftError
{
    private DraftError()
    {
    }

    /// <summary>Expired, deleted or never there: begin again.</summary>
    public sealed record Missing : DraftError;

    /// <summary>Saved in the meantime, in another window: show that one.</summary>
    /// <param name="CurrentVersion">The version that stands.</param>
    public sealed record Changed(int CurrentVersion) : DraftError;

    /// <summary>More than a draft may hold.</summary>
    /// <param name="MaximumBytes">The limit.</param>
    public sealed record TooLarge(int MaximumBytes) : DraftError;
}
