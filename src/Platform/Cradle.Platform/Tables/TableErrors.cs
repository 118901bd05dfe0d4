namespace Cradle.Platform.Tables;

/// <summary>Every way in which a file can fail to be a table; each says what is wrong and how to mend it.</summary>
public abstract record TableError(string Problem, string Remedy)
{
    /// <summary>Neither .xlsx nor CSV by its name.</summary>
    public sealed record UnknownKind(string Name) : TableError($"{Name} is neither .xlsx nor .csv", "Save it as an Excel workbook (.xlsx) or as CSV.");

    /// <summary>Named .xlsx, and is none.</summary>
    public sealed record Damaged(string Detail) : TableError($"The workbook cannot be read: {Detail}", "Open it in the spreadsheet program and save it again as .xlsx, without a password.");

    /// <summary>Neither UTF-8 nor GBK.</summary>
    public sealed record UnknownEncoding() : TableError("The text is neither UTF-8 nor GBK", "Save the CSV as UTF-8.");

    /// <summary>More than a table may hold.</summary>
    public sealed record TooLarge(string What, long Limit) : TableError($"It has more {What} than the {Limit} that are read at once", "Split it into several files.");

    /// <summary>Nothing in it.</summary>
    public sealed record Empty() : TableError("There is nothing in it", "Put the table on the first sheet.");
}

/// <summary>How much of a stranger's file is read.</summary>
public sealed record TableLimits
{
    public static TableLimits Usual { get; } = new();

    public long Bytes { get; init; } = 20L << 20;

    /// <summary>Of a workbook after unpacking: a small file can hold a very large one.</summary>
    public long UnpackedBytes { get; init; } = 64L << 20;

    public int Rows { get; init; } = 1 << 20;

    public int Columns { get; init; } = 256;

    /// <summary>Rows times columns: a sheet of a few bytes may claim a million rows of all columns.</summary>
    public long Cells { get; init; } = 4L << 20;

    /// <summary>Of one cell in characters, as a spreadsheet program has it.</summary>
    public int CellLength { get; init; } = short.MaxValue;
}
