namespace Cradle.Platform.Files;

/// <summary>What one form takes.</summary>
/// <param name="MaximumBytes">The largest file.</param>
/// <param name="Kinds">The kinds, each told by its content.</param>
public sealed record UploadRule(long MaximumBytes, params IReadOnlyList<FileKind> Kinds)
{
    /// <summary>Scanned or photographed papers.</summary>
    public static UploadRule Papers { get; } = new(10L << 20, FileKind.Pdf, FileKind.Jpeg, FileKind.Png);

    /// <summary>Tables to be imported.</summary>
    public static UploadRule Tables { get; } = new(Platform.Tables.TableLimits.Usual.Bytes, FileKind.Xlsx, FileKind.Csv);

    /// <summary>Papers and office documents, as evidence of work done.</summary>
    public static UploadRule Evidence { get; } = new(20L << 20, FileKind.Pdf, FileKind.Jpeg, FileKind.Png, FileKind.Xlsx, FileKind.Docx);

    /// <summary>The bytes of an upload and the name that it came with, once it has been checked.</summary>
    /// <param name="name">The name that the client gave.</param>
    /// <param name="content">Its bytes.</param>
    public (Upload? Upload, FileError? Error) Check(string name, byte[] content)
    {
        if (content.Length == 0)
        {
            return (null, new FileError.Empty());
        }

        if (content.LongLength > MaximumBytes)
        {
            return (null, new FileError.TooLarge(MaximumBytes));
        }

        if (FileKinds.OfName(name) is not { } named || !Kinds.Contains(named))
        {
            return (null, new FileError.NotTaken(Kinds));
        }

        var (found, error) = FileContent.Look(content);
        return error is not null ? (null, error)
            : found != named ? (null, new FileError.NotWhatItsNameSays(named, found))
            : (new Upload(NameOf(name), named, content), null);
    }

    // Browsers of old send a path; and a name is shown again, so it has no control characters.
    private static string NameOf(string name)
    {
        var last = string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(sign => !char.IsControl(sign)));
        return last.Length <= Upload.NameLength ? last : last[^Upload.NameLength..];
    }
}

/// <summary>A file that a rule has let through: made by <see cref="UploadRule.Check"/> only.</summary>
public sealed class Upload
{
    public const int NameLength = 255;

    internal Upload(string name, FileKind kind, byte[] content) => (Name, Kind, Content) = (name, kind, content);

    public string Name { get; }

    public FileKind Kind { get; }

    public byte[] Content { get; }
}
