namespace Cradle.Platform.Files;

/// <summary>Every way in which an upload can be refused. Nothing is kept of one that is.</summary>
public abstract record FileError
{
    private FileError()
    {
    }

    /// <summary>None was chosen.</summary>
    public sealed record Missing : FileError;

    /// <summary>It has no content.</summary>
    public sealed record Empty : FileError;

    /// <summary>It is larger than this form takes.</summary>
    public sealed record TooLarge(long MaximumBytes) : FileError;

    /// <summary>By its name it is none of the kinds that this form takes.</summary>
    public sealed record NotTaken(IReadOnlyList<FileKind> Taken) : FileError;

    /// <summary>Its content is not what its name says.</summary>
    public sealed record NotWhatItsNameSays(FileKind Named, FileKind? Found) : FileError;

    /// <summary>An office document that cannot be opened: cut off, or no document at all.</summary>
    public sealed record Damaged : FileError;

    /// <summary>An office document locked by a password, which nobody who has to read it knows.</summary>
    public sealed record Locked : FileError;

    /// <summary>It carries macros: programs that run where it is opened.</summary>
    public sealed record Macros : FileError;

    /// <summary>A small file that unpacks to an enormous one.</summary>
    public sealed record Unpacks(long MaximumBytes) : FileError;
}
