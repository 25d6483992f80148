using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages;

/// <summary>What people read where a page cannot be shown.</summary>
internal static class TroubleTexts
{
    public static readonly LocalText Back = new("Go to my day", "回到我的今天");

    public static LocalText Title(int status) => status switch
    {
        401 => new("Please sign in", "请先登录"),
        403 => new("Not for you to do", "无权办理"),
        404 => new("Nothing here", "没有找到"),
        413 => new("Too large", "内容过大"),
        >= 500 => new("Something went wrong", "系统出错了"),
        _ => new("This did not work", "未能办理"),
    };

    public static LocalText Message(int status) => status switch
    {
        401 => new("You need to sign in to see this.", "登录后才能查看。"),
        403 => new("Your office does not include this. Ask the council secretary.", "您的职务不包括此项，请联系议事会秘书。"),
        404 => new("There is no such page, or it is not for you to see. Check the address.", "没有这个页面，或您无权查看。请检查地址。"),
        413 => new(
            "What is sent at once may have at most 32 MB. Scan with fewer details, or go back and type the SHA-256; send tables and photographs in parts. Nothing was changed.",
            "一次上传不得超过 32 MB。扫描件请降低清晰度重新扫描，或返回直接填写 SHA-256；表格和照片请分几次上传。数据未作更改。"),
        >= 500 => new("Something went wrong on the server, and it has been noted. Nothing was changed. Please try again.", "服务器出了问题，已记录在案，数据未作更改。请稍后重试。"),
        _ => new("The request could not be answered as it was sent. Go back and try again.", "无法按所提交的内容办理，请返回重试。"),
    };
}
