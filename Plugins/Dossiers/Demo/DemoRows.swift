import CourtFormats

/// The rows of the demonstration, made by arithmetic: nobody was born in the 1880s who could be met, and no mobile number begins with 154.
package enum DemoRows {
    /// 564 entries of people since 2017-01-01, as another system kept them (历史补录).
    package static var registrations: String {
        let channels = ["来访", "来信", "来电", "网上", "传真"]
        let header = "channel,received_on,name,id_number,mobile,region_code,summary,case_nos,state"
        let rows = (0..<564).map { place -> String in
            let person = place % 282
            let day = CalendarDate(iso: "2017-01-01")?.adding(days: place * 8 / 9).iso ?? ""
            let cases = place % 3 == 0 ? "（2009）阳民终字第\(place + 1)号" : ""
            let state = place % 5 == 0 ? "在办" : "已办结"
            return
                "\(channels[place % 5]),\(day),\(name(person)),\(number(1_000 + person)),\(mobile(1_000 + person)),140302,"
                + "反映案件办理情况，请求书面答复（第\(place + 1)件）,\(cases),\(state)"
        }
        return ([header] + rows).joined(separator: "\n") + "\n"
    }

    /// Fifty-four petitioners with a dossier each.
    package static func petitioners(handler: String) -> String {
        let header =
            "petitioner_name,id_number,mobile,region_code,address,title,ground,claims,case_nos,no_case_reason,handler_no"
        let grounds = ["REPEATED_MATTER", "HIGHER_VENUE_CONTACT", "ASSIGNED_BY_SUPERIOR"]
        let rows = (0..<54).map { place in
            "\(name(place)),\(number(place)),\(mobile(place)),140321,山西省阳泉市平定县冠山镇第\(place + 1)号,"
                + "反映执行问题\(place + 1),\(grounds[place % 3]),督促执行|书面说明理由,（2016）晋0321民初\(place + 1)号,,\(handler)"
        }
        return ([header] + rows).joined(separator: "\n") + "\n"
    }

    private static func name(_ place: Int) -> String {
        let surnames = Array("赵钱孙李周吴郑王冯陈")
        let given = Array("测试示例样本演习")
        return "\(surnames[place % 10])\(given[place / 10 % 8])\(given[place / 80 % 8])"
    }

    private static func mobile(_ place: Int) -> String { "154\(String(70_000_000 + place))" }

    /// Eighteen characters of 平定县, born in 1880 or a few years later, with the right check digit (GB 11643).
    private static func number(_ place: Int) -> String {
        let born = CalendarDate(iso: "1880-01-01")?.adding(days: place)
        let birth = (born?.iso ?? "").filter { $0 != "-" }
        let order = place % 900 + 100
        let digits = "140321\(birth)\(order)"
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits.compactMap(\.wholeNumberValue), weights).reduce(0) { $0 + $1.0 * $1.1 }
        return digits + String(Array("10X98765432")[sum % 11])
    }
}
