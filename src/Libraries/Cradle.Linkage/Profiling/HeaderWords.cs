namespace Cradle.Linkage.Profiling;

/// <summary>What a header says about its column, in Chinese and English.</summary>
internal static class HeaderWords
{
    public static bool IsParent(string header) => Has(header, "mother", "father", "parent", "guardian", "母", "父", "妈", "爸", "监护");

    public static bool IsBirth(string header) => Has(header, "birth", "dob", "born", "出生", "生日");

    public static bool IsSex(string header) => Has(header, "sex", "gender", "性别");

    public static bool IsPhone(string header) => Has(header, "phone", "mobile", "tel", "电话", "手机", "联系方式");

    public static bool IsName(string header) => Has(header, "name", "姓名", "名字", "名称");

    public static bool IsGivenName(string header) => Has(header, "given", "first", "forename", "fname", "middle");

    public static bool IsSurname(string header) => Has(header, "surname", "last", "family", "lname", "sname");

    public static bool IsAddress(string header) => Has(header, "address", "residence", "住址", "地址", "住所");

    public static bool IsCertificate(string header) => Has(header, "certificate", "cert_no", "出生证", "出生医学证明");

    public static bool IsOrder(string header) => Has(header, "order", "parity", "孩次", "胎次", "次序", "胎");

    /// <summary>How much a header looks like the name of a record: 2 surely, 1 perhaps, 0 not.</summary>
    public static int RecordIdScore(string header)
    {
        var name = header.ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
        return name is "id" or "rec_id" or "record_id" or "recordid" or "recid" or "row_id" or "uid" or "uuid" or "unique_id" or "编号" or "序号" or "记录编号" or "记录号" or "主键" or "record" or "key" ? 2
            : name.EndsWith("id", StringComparison.Ordinal) || name.EndsWith("编号", StringComparison.Ordinal) || name.EndsWith("_no", StringComparison.Ordinal) ? 1
            : 0;
    }

    private static bool Has(string header, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (header.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
